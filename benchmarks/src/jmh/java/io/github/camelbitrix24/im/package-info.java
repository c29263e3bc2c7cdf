/**
 * Benchmarks of single parts. They stand in the packages of the component, since what they measure is not public.
 */
package io.github.camelbitrix24.im;
