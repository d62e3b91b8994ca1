/** Pages for the people behind the systems: a program of its own, which knows the gateway by its contracts alone. */
package az.dost.vahid.pages;
