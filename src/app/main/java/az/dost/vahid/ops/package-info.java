/** The operator's commands: a client of {@code contracts/operations.openapi.yaml}, and of nothing else. */
package az.dost.vahid.ops;
