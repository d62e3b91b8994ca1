/** The manager of a centre: what it did today and this month, counted, and nobody's name. */
package az.dost.vahid.pages.centre;
