/**
 * What somebody wants closed anew, and what came of it: an operator by his command, an analyst by the contract of
 * statistics.
 */
package az.dost.vahid.journeys.report.order;
