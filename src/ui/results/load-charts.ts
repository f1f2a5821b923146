/** Brings the charts, which the tables do not wait for. */
export const loadCharts = () => import("./charts/ChartView.tsx");
