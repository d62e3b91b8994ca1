/** The services, passports and their list that Vahid brings, to check others against. */
package az.dost.vahid.check.service;
