import { addDays } from "../programme/days.ts";
import { datesInName, datesInText, stemOf } from "./date-in-name.ts";

/** A title that says which week a register is of: "week beginning 07/09/2026", "W/C Monday 7 September 2026". */
const weekTitle = /\b(?:weeks?|w ?\/ ?[cb]|w[cb])\b(?: *\d{1,2} *[:,])?[^\d]{0,30}(?=\d)/i;

const example =
  "Put the date of its Monday into the file name, for example attendance-2012-09-03.csv, or into the name of its sheet.";
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/**
 * The Monday of a weekly register's week, as ISO text. It stands in the name of the sheet, the file, or in a title above the header;
 * dates of one week ("07-09-2026 to 11-09-2026") say the same, and the first of them must be its Monday.
 * @param sheet The sheet of a workbook, whose name comes before that of the file.
 * @param titles The lines above the header.
 * @returns the reason why it cannot be told, with what to do, where there is none or where the two disagree.
 */
export function registerWeek(
  name: string,
  sheet: string | null,
  titles: readonly string[],
): { monday: string } | { refused: string } {
  const ofSheet = sheet === null ? [] : datesOfName(sheet);
  const named = ofSheet.length > 0 ? ofSheet : datesOfName(name);
  const titled = titles.flatMap(datesOfTitle);
  const [first] = named.length > 0 ? named : titled;
  if (first === undefined)
    return { refused: `The weekly register does not say which week it is. ${example}` };
  const where =
    named.length > 0 ? `in the ${ofSheet.length > 0 ? "sheet" : "file"}'s name` : "above the header";
  const day = new Date(`${first}T00:00:00Z`).getUTCDay();
  if (day !== 1) {
    return {
      refused: `The date ${where}, ${first}, is a ${weekdays[day]}, and the week of a register is told by its Monday. ${example}`,
    };
  }
  const other = [...named, ...titled].find((date) => date < first || date > addDays(first, 6));
  if (other === undefined) return { monday: first };
  return {
    refused: titled.includes(other)
      ? `The date ${where} is ${first}, but a title above the header says ${other}, so it is not certain which week this is. Correct whichever is wrong.`
      : `The name of the ${ofSheet.length > 0 ? "sheet" : "file"} holds dates of two weeks, ${first} and ${other}. Leave only the Monday of its week.`,
  };
}

function datesOfName(name: string): string[] {
  return [...new Set([...datesInName(name), ...datesOfWeek(stemOf(name))])];
}

/** The dates of a title: those of a week; else any, but of when it was printed. */
function datesOfTitle(title: string): string[] {
  const ofWeek = datesOfWeek(title);
  if (ofWeek.length > 0) return ofWeek;
  return /\b(?:print|run|generat|export|creat|produc|as at)/i.test(title) ? [] : datesInText(title);
}

/** The dates that follow the word for a week. */
function datesOfWeek(text: string): string[] {
  const found = weekTitle.exec(text);
  return found ? datesInText(text.slice(found.index + found[0].length)) : [];
}
