package designspace.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Found by JJava in the jar's {@code META-INF/services} when a notebook loads it. */
public final class KitExtension implements Extension {
  @Override
  public void install(BaseKernel kernel) {
    Kit.install(new Kernel(kernel));
  }
}
