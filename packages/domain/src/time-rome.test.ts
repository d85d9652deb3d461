import assert from "node:assert/strict";
import { test } from "node:test";
import { addMonths, type CivilDate, instantInRome } from "./time.ts";

const day = (text: string) => text as CivilDate;

test("a month later of 31 January is the last day of February", () => {
  assert.equal(addMonths(day("2015-01-31"), 1), "2015-02-28");
  assert.equal(addMonths(day("2016-01-31"), 1), "2016-02-29");
  assert.equal(addMonths(day("2014-11-05"), 4), "2015-03-05");
});

test("a wall clock in Rome is one hour ahead of UTC in winter and two in summer", () => {
  assert.equal(instantInRome(day("2014-11-03"), "10:30"), "2014-11-03T09:30:00.000Z");
  assert.equal(instantInRome(day("2014-07-03"), "10:30"), "2014-07-03T08:30:00.000Z");
  assert.equal(instantInRome(day("2014-07-03"), "00:30"), "2014-07-02T22:30:00.000Z");
});

test("an hour that the change of clock repeats or skips still gives one instant", () => {
  assert.equal(instantInRome(day("2014-10-26"), "02:30"), "2014-10-26T00:30:00.000Z");
  assert.equal(instantInRome(day("2014-03-30"), "02:30"), "2014-03-30T01:30:00.000Z");
});
