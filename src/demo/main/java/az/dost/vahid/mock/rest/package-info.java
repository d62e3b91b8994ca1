/** Agencies that answer by REST. */
package az.dost.vahid.mock.rest;
