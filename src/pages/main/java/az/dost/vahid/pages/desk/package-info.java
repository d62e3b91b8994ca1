/** The clerk's desk: one question about one citizen, and what the state knows. */
package az.dost.vahid.pages.desk;
