/**
 * Members' calls of each other's services: by REST and SOAP, allowed by the service's owner, recorded, passed on as
 * they are.
 */
package az.dost.vahid.journeys.exchange;
