/** What the database holds at the moment, measured for all metrics together. */
package az.dost.vahid.figures;
