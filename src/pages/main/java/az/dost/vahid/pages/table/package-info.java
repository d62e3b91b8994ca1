/** How tables stand on a narrow screen. */
package az.dost.vahid.pages.table;
