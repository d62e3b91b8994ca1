/** Charts, drawn on the server beside the tables that they show. */
package az.dost.vahid.pages.chart;
