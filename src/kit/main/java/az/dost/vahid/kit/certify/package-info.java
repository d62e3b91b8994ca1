/** What was asked of a connector before it may run, line by line, and the report that says how it went. */
package az.dost.vahid.kit.certify;
