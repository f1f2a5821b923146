import type { Drawing } from "../../src/model/geometry.ts";
import type { NodeKind, Process } from "../../src/model/process.ts";

const TAGS: Readonly<Record<NodeKind, string>> = {
  start: "startEvent",
  step: "task",
  decision: "exclusiveGateway",
  fork: "parallelGateway",
  join: "parallelGateway",
  wait: "intermediateCatchEvent",
  end: "endEvent",
};

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The same diagram as BPMN 2.0 with its places and routes: one pool, whose lanes are our departments. */
export function bpmnOf(process: Process, drawing: Drawing): string {
  const nodes = process.nodes.map(({ id, kind, name }) => `<bpmn:${TAGS[kind]} id="${id}" name="${escaped(name)}"/>`);
  const flows = process.flows.map(
    ({ id, from, to, label = "" }) =>
      `<bpmn:sequenceFlow id="${id}" name="${escaped(label)}" sourceRef="${from}" targetRef="${to}"/>`,
  );
  const lanes = process.departments.map(({ id, name }) => {
    const members = process.nodes.filter(({ department }) => department === id);
    const refs = members.map((node) => `<bpmn:flowNodeRef>${node.id}</bpmn:flowNodeRef>`);
    return `<bpmn:lane id="${id}" name="${escaped(name)}">${refs.join("")}</bpmn:lane>`;
  });
  const rects = Object.values(drawing.nodes);
  const left = Math.min(...rects.map(({ x }) => x)) - 100;
  const right = Math.max(...rects.map(({ x, width }) => x + width)) + 60;
  const bands = Object.entries(drawing.lanes).map(([id, { y, height }]) => ({ id, y, height }));
  const top = Math.min(...bands.map(({ y }) => y));
  const bottom = Math.max(...bands.map(({ y, height }) => y + height));
  const bounds = (x: number, y: number, width: number, height: number) =>
    `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>`;
  const shapes = [
    `<bpmndi:BPMNShape id="pool_di" bpmnElement="pool" isHorizontal="true">${bounds(left, top, right - left, bottom - top)}</bpmndi:BPMNShape>`,
    ...bands.map(
      ({ id, y, height }) =>
        `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}" isHorizontal="true">${bounds(left + 30, y, right - left - 30, height)}</bpmndi:BPMNShape>`,
    ),
    ...Object.entries(drawing.nodes).map(
      ([id, { x, y, width, height }]) =>
        `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}">${bounds(x, y, width, height)}</bpmndi:BPMNShape>`,
    ),
    ...Object.entries(drawing.routes).map(([id, route]) => {
      const points = route.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`);
      return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.join("")}</bpmndi:BPMNEdge>`;
    }),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
 xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions" targetNamespace="bench">
<bpmn:collaboration id="all"><bpmn:participant id="pool" name="Pool" processRef="process"/></bpmn:collaboration>
<bpmn:process id="process"><bpmn:laneSet id="lanes">${lanes.join("")}</bpmn:laneSet>${nodes.join("")}${flows.join("")}</bpmn:process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="all">${shapes.join("")}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
}
