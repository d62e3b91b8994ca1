/**
 * What services there are, which papers a register could replace, and what developers read:
 * {@code contracts/catalogue.openapi.yaml}.
 */
package az.dost.vahid.journeys.catalogue;
