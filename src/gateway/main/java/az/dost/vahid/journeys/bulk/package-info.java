/** Lookups of many people: a list of rows in, a signed list of answers out, beside the work that somebody waits for. */
package az.dost.vahid.journeys.bulk;
