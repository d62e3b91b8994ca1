/**
 * What the database holds at the moment, measured for all metrics together, and answers that are told again for a
 * moment.
 */
package az.dost.vahid.figures;
