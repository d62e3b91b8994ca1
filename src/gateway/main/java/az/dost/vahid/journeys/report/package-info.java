/**
 * Figures of closed months and quarters: what the tallies come to, what of it must be hidden, and the signed versions
 * that are kept of it.
 */
package az.dost.vahid.journeys.report;
