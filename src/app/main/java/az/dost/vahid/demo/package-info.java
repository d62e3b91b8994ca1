/** The demonstration: starts everything, does a first lookup and prints it. */
package az.dost.vahid.demo;
