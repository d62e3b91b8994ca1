/**
 * The list of services: read from {@code contracts/services/catalogue.yaml} or an operator's file, and made of a sheet
 * of DOST's own.
 */
package az.dost.vahid.passport.list;
