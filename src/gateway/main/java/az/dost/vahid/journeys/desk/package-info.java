/**
 * What officials' own desks need beside lookups: who they are here, their cases, their office's day, and the calls of
 * the hot-line.
 */
package az.dost.vahid.journeys.desk;
