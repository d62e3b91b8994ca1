/**
 * What every desk has that asks the registers: lookups that go on whoever waits for them, the search for a service, and
 * the papers of an answer.
 */
package az.dost.vahid.pages.lookup;
