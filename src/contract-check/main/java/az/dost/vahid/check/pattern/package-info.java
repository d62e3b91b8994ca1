/** Regular expressions that agencies' contracts have: looked at within bounds, and texts that they take. */
package az.dost.vahid.check.pattern;
