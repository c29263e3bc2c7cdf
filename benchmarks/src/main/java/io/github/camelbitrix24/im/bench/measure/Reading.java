package io.github.camelbitrix24.im.bench.measure;

/**
 * What a stretch of work took.
 *
 * @param wall      seconds
 * @param cpu       seconds of all the process's threads, the compiler's and the collector's included
 * @param allocated bytes that threads alive at the end have allocated on the heap
 */
public record Reading(double wall, double cpu, long allocated) {
}
