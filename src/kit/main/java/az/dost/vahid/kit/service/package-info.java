/** Commands for the catalogue of services: a list of DOST's own taken in, and all of it checked. */
package az.dost.vahid.kit.service;
