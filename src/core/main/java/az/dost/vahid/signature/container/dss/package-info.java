/** The only classes that know DSS; {@link az.dost.vahid.signature.container.IsolatedXades} loads them. */
package az.dost.vahid.signature.container.dss;
