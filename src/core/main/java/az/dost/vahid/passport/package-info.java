/** Service passports: what a service may ask for, and the papers that it would need. */
package az.dost.vahid.passport;
