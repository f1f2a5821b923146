import { memo } from "react";
import { type Curve, curveOf } from "../../../model/curve.ts";
import type { Distribution } from "../../../model/distribution.ts";
import { number, time } from "../../../model/format.ts";

const PIECES = 44;
const WIDTH = 264;
const HEIGHT = 34;

/** The shape of a distribution, with a mark where half and where nine of ten of its values end. The words below it say the same. */
export const CurvePicture = memo(function CurvePicture({ of }: { readonly of: Distribution }) {
  const curve = curveOf(of, PIECES);
  if (!curve) return null;
  const said = of.unit === undefined ? number : time;
  return (
    <div className="curve" aria-hidden>
      <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <path className="curve-area" d={outline(curve)} />
        <path className="curve-half" d={mark(curve, curve.half)} />
        <path className="curve-most" d={mark(curve, curve.most)} />
      </svg>
      <span>{said(curve.from)}</span>
      <span>{said(curve.to)}</span>
    </div>
  );
});

/** The curve as a path: one level stretch a piece, closed along the ground. */
function outline({ shares }: Curve): string {
  const highest = Math.max(...shares);
  const width = WIDTH / shares.length;
  const steps = shares.map((share, i) => {
    const y = (HEIGHT - (share / highest) * (HEIGHT - 2)).toFixed(1);
    return `V${y}H${((i + 1) * width).toFixed(1)}`;
  });
  return `M0 ${HEIGHT}${steps.join("")}V${HEIGHT}Z`;
}

function mark({ from, to }: Curve, at: number): string {
  return `M${(((at - from) / (to - from)) * WIDTH).toFixed(1)} 0V${HEIGHT}`;
}
