/**
 * Dense matrix products, native where they load, and threads that share out work.
 *
 * <p>Decision: OpenBLAS is called through netlib's JNI, which works on plain arrays without copying
 * them from Java 17 on; the library comes from JavaCPP's jar of the building machine's platform.
 * netlib opens the very file that JavaCPP loaded, so that there is one OpenBLAS in the process and
 * its setting of one thread holds for every call: who wants more threads shares out work by {@link
 * designspace.matrix.Workers} in shards of its own choice, and gets the same bits for any number of
 * threads. A second class loader works too, as JavaCPP then copies its own small library under
 * another name. Whatever fails, plain loops take over.
 *
 * <p>Decision: the library is unpacked beside the classes, in {@code target/kit/native} or {@code
 * target/native}: nothing is written outside the checkout, nobody else can plant a library there,
 * and {@code mvn clean} removes it. {@code org.bytedeco.javacpp.cachedir} moves it; where it cannot
 * be written, JavaCPP falls back on the home directory and then {@code java.io.tmpdir}. netlib's
 * own small library is in {@code java.io.tmpdir}, an absolute path, while the process lives.
 *
 * <p>Decision: every product goes to OpenBLAS where it is there, small ones too. Measured, loops
 * win below 8×8×8 alone, by less than 0.4 µs a call; at 16×16×16 they take four times as long, from
 * 128 rows on three times.
 *
 * <p>Decision: nobody waits for a thread that has not begun. Handing out nothing costs 2–6 µs; a
 * thread that slept takes its first shard some 30–60 µs later, or never where the processors are
 * busy, and then the caller has done it. So threads look out for 100 µs before they sleep: a step
 * of 1.5 ms, which hands out twice, is 3 to 5 % faster, and one that is over costs no more than
 * that.
 */
package designspace.matrix;
