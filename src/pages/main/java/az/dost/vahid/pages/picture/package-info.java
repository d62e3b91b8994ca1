/**
 * Pictures that the server draws in SVG: charts, a timeline, a map of who asks whom; each with its legend and its
 * table.
 */
package az.dost.vahid.pages.picture;
