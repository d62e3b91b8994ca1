/**
 * What operators see of agencies and gateways, and what became of a lookup: {@code contracts/operations.openapi.yaml}.
 */
package az.dost.vahid.journeys.operations;
