/** Problems (RFC 9457): stable codes, and how each face tells them. */
package az.dost.vahid.problem;
