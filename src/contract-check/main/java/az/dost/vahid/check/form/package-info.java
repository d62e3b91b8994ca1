/** An agency's contract as what requests, replies and rows are held to, and compared with its next version. */
package az.dost.vahid.check.form;
