/** The services of the exchange: who offers them, who may call them, and how their provider is reached. */
package az.dost.vahid.journeys.exchange.service;
