/**
 * Reports in the forms of spreadsheets and of statistics' own tools. They are made of what was kept, and know nothing
 * that it hides.
 */
package az.dost.vahid.journeys.report.export;
