import type { ExportOption, ExportTargetRow } from "../../../src-shared/api/contract.ts";
import { Button } from "../../components/button.tsx";
import { FileButton } from "../../components/file-button.tsx";
import { say } from "../../locale/say.ts";
import {
  confirmProfile,
  importOwnList,
  isProfileConfirmed,
  loadTemplate,
  mapTemplateColumn,
  setExportOption,
  templateOf,
  useExports,
} from "../../state/exports.ts";

/** What a target asks its owner once: accounts, names of taxes, dates, and which columns a template has. */
export function ExportSettings({
  target,
  values,
}: {
  readonly target: ExportTargetRow;
  readonly values: Readonly<Record<string, string>>;
}) {
  const isConfirmed = isProfileConfirmed(target, values);
  return (
    <div className="export-options">
      {target.options.map((option) =>
        option.kind === "template" ? (
          <TemplateField key={option.name} option={option} value={values[option.name] ?? option.value} />
        ) : (
          <label key={option.name} className="field">
            <span className="label">{option.title}</span>
            <OptionField option={option} value={values[option.name] ?? option.value} />
            {option.help === "" ? null : <span className="help">{option.help}</span>}
          </label>
        ),
      )}
      {target.lists.length === 0 ? null : (
        <div className="field">
          <span className="label">{say("exports.lists")}</span>
          {target.lists.map(({ list, count }) => (
            <div key={list} className="row">
              <span className="grow">
                {say(`exports.list.${list as "accounts"}`)}{" "}
                <span className="soft">
                  {count === null ? say("exports.listNone") : say("exports.listCount", { count })}
                </span>
              </span>
              <FileButton
                label={say("exports.listImport")}
                onFile={(file) => void file.text().then((text) => importOwnList(list, text))}
              />
            </div>
          ))}
          <span className="help">{say("exports.listsHelp")}</span>
        </div>
      )}
      <div className="row">
        <span className="grow soft">
          {isConfirmed ? say("exports.confirmed") : say("exports.unconfirmed")}
        </span>
        {isConfirmed ? null : (
          <Button look="main" onClick={() => void confirmProfile()}>
            {say("exports.confirmProfile")}
          </Button>
        )}
      </div>
    </div>
  );
}

function OptionField({ option, value }: { readonly option: ExportOption; readonly value: string }) {
  if (option.kind === "choice") {
    return (
      <select
        className="input"
        value={value}
        onChange={(event) => void setExportOption(option.name, event.target.value)}
      >
        {option.choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    );
  }
  return (
    <input
      className="input"
      value={value}
      onChange={(event) => void setExportOption(option.name, event.target.value)}
    />
  );
}

/** The columns of a template, each with what it takes. */
function TemplateField({ option, value }: { readonly option: ExportOption; readonly value: string }) {
  const template = templateOf(value);
  const error = useExports((state) => state.templateError);
  return (
    <div className="field">
      <span className="label">{option.title}</span>
      <span className="help">{option.help}</span>
      <FileButton
        label={say("exports.templateLoad")}
        onFile={(file) => void file.text().then((text) => loadTemplate(option.name, text))}
      />
      {error === null ? null : (
        <p className="sentence" role="alert">
          {error.message}
        </p>
      )}
      {template?.columns.map((column, at) => (
        <label key={at} className="row">
          <span className="grow one-line" title={column.title}>
            {column.title === "" ? say("exports.templateUntitled") : column.title}
          </span>
          <select
            className="input"
            value={column.field ?? ""}
            onChange={(event) => void mapTemplateColumn(option.name, at, event.target.value)}
          >
            <option value="">{say("exports.templateEmpty")}</option>
            {option.choices.map((field) => (
              <option key={field}>{field}</option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
