import type { EvidenceCrop } from "../../src-shared/crop/index.ts";

/** The part of a document around quotes, drawn from its words; the quotes are marked. */
export function CropView({ crop, label }: { readonly crop: EvidenceCrop; readonly label: string }) {
  if (crop.kind === "table") {
    return (
      <table className="crop-table" aria-label={label}>
        <tbody>
          {crop.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} data-marked={cell.isMarked}>
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  return (
    <svg className="crop-page" role="img" aria-label={label} viewBox={`0 0 ${crop.width} ${crop.height}`}>
      {crop.marks.map(({ x, y, width, height }, at) => (
        <rect key={at} x={x} y={y} width={width} height={height} />
      ))}
      {crop.texts.map(({ text, x, y, width, size, isBold }, at) => (
        <text
          key={at}
          x={x}
          y={y}
          fontSize={size}
          textLength={width}
          lengthAdjust="spacingAndGlyphs"
          fontWeight={isBold ? 700 : 400}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
