/** What a requester sends and reads, tried at contracts: what a version of them breaks for him. */
package az.dost.vahid.kit.consumer;
