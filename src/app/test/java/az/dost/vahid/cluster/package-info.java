/** The whole cluster on one machine, broken on purpose: {@code mvn -Pcluster verify}. */
package az.dost.vahid.cluster;
