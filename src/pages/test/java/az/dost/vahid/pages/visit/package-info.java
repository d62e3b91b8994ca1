/** What tests of pages visit them with. */
package az.dost.vahid.pages.visit;
