import { AxisBottom, AxisLeft } from "@visx/axis";
import { Group } from "@visx/group";
import { scaleBand, scaleLinear, scalePoint } from "@visx/scale";
import { Bar, LinePath } from "@visx/shape";
import type { ReactNode } from "react";
import { lengthOf } from "../../../src-shared/measure/index.ts";
import { decimalText, isDecimalText } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { formatQuantity } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";

const [width, height] = [460, 200];
const margin = { top: 22, right: 16, bottom: 30, left: 44 };
const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };

/** A mark of an axis as the language writes it: a round number that the scale chose, and no figure of anybody's. */
const showMark = (value: number): string => {
  const text = String(Math.round(value * 100) / 100);
  return isDecimalText(text) ? formatQuantity(decimalText(text)) : text;
};

interface Point {
  readonly label: string;
  readonly figure: DecimalText | null;
}

interface LineChartProps {
  readonly title: string;
  readonly points: readonly Point[];
  /** The figure before the pilot, drawn across. */
  readonly before: DecimalText | null;
}

/** A figure over weeks. Every point bears its number, so that nothing hangs on the line alone. */
export function LineChart({ title, points, before }: LineChartProps) {
  const x = scalePoint({ domain: points.map(({ label }) => label), range: [0, inner.width], padding: 0.5 });
  const known = points.flatMap(({ label, figure }) =>
    figure === null ? [] : [{ label, value: lengthOf(figure), text: formatQuantity(figure) }],
  );
  const across = before === null ? null : lengthOf(before);
  const y = scaleLinear({
    domain: [0, Math.max(1, across ?? 0, ...known.map(({ value }) => value))],
    range: [inner.height, 0],
    nice: true,
  });
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <svg role="img" aria-label={title} viewBox={`0 0 ${width} ${height}`}>
        <Group left={margin.left} top={margin.top}>
          {before === null || across === null ? null : (
            <g>
              <line className="chart-before" x1={0} x2={inner.width} y1={y(across)} y2={y(across)} />
              <text className="chart-text" x={2} y={y(across) - 5}>
                {say("measure.baselineAt", { value: formatQuantity(before) })}
              </text>
            </g>
          )}
          <LinePath
            className="chart-line"
            data={known}
            x={({ label }) => x(label) ?? 0}
            y={({ value }) => y(value)}
          />
          {known.map(({ label, value, text }) => (
            <g key={label}>
              <circle className="chart-point" cx={x(label) ?? 0} cy={y(value)} r={3} />
              <text className="chart-text" x={x(label) ?? 0} y={y(value) - 7} textAnchor="middle">
                {text}
              </text>
            </g>
          ))}
          <AxisLeft
            scale={y}
            numTicks={4}
            tickFormat={(value) => showMark(Number(value))}
            axisClassName="chart-axis"
          />
          <AxisBottom scale={x} top={inner.height} axisClassName="chart-axis" />
        </Group>
      </svg>
    </figure>
  );
}

interface BarChartProps {
  readonly title: string;
  readonly bars: readonly {
    readonly label: string;
    readonly parts: readonly number[];
    readonly text: string;
  }[];
  /** Names of the parts, in their order; shown by pattern of shade and by the text beside each bar. */
  readonly parts: readonly string[];
  /** What stands under the bars. */
  readonly children?: ReactNode;
}

const longestLabel = 32;

/** A label that fits beside its bar; whole when it is pointed at. */
const shortened = (label: string): string =>
  label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1)}…`;

const shades = ["chart-bar-1", "chart-bar-2", "chart-bar-3"];

/** Bars that lie, in parts; the numbers stand beside them. */
export function BarChart({ title, bars, parts, children }: BarChartProps) {
  const tall = Math.max(60, bars.length * 26 + 8);
  const left = 190;
  const y = scaleBand({ domain: bars.map(({ label }) => label), range: [0, tall - 8], padding: 0.25 });
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const x = scaleLinear({
    domain: [0, Math.max(1, ...bars.map((bar) => sum(bar.parts)))],
    range: [0, width - left - 110],
  });
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      {parts.length < 2 ? null : (
        <p className="chart-legend">
          {parts.map((part, at) => (
            <span key={part}>
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <rect className={shades[at] ?? ""} width="10" height="10" />
              </svg>
              {part}
            </span>
          ))}
        </p>
      )}
      <svg role="img" aria-label={title} viewBox={`0 0 ${width} ${tall}`}>
        {bars.map((bar) => (
          <Group key={bar.label} top={y(bar.label) ?? 0}>
            <text className="chart-text" x={left - 8} y={y.bandwidth() / 2 + 4} textAnchor="end">
              {shortened(bar.label)}
              <title>{bar.label}</title>
            </text>
            {bar.parts.map((part, at) => (
              <Bar
                key={parts[at] ?? at}
                className={shades[at] ?? ""}
                x={left + x(sum(bar.parts.slice(0, at)))}
                width={x(part)}
                height={y.bandwidth()}
              />
            ))}
            <text className="chart-text" x={left + x(sum(bar.parts)) + 6} y={y.bandwidth() / 2 + 4}>
              {bar.text}
            </text>
          </Group>
        ))}
      </svg>
      {children}
    </figure>
  );
}
