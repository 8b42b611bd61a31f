package designspace.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/**
 * A Java kernel, JJava or classic IJava, reached by reflection: both have a renderer that accepts
 * functions for classes and a way to display, under different package names.
 */
final class Kernel {
  private static final String[][] ENTRY_POINTS = {
    {"org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel"},
    {"io.github.spencerpark.ijava.IJava", "getKernelInstance"},
  };

  private final Object kernel;
  private final Object renderer;

  Kernel(Object kernel) {
    this.kernel = kernel;
    this.renderer = call(kernel, "getRenderer");
  }

  /** The kernel that runs this notebook. */
  static Kernel current() {
    for (String[] entry : ENTRY_POINTS) {
      Object kernel = instance(entry[0], entry[1]);
      if (kernel != null) {
        return new Kernel(kernel);
      }
    }
    throw new IllegalStateException(
        "no Java kernel found: expected JJava or IJava, because charts are shown by a notebook");
  }

  private static Object instance(String type, String method) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      return Class.forName(type, true, loader).getMethod(method).invoke(null);
    } catch (ReflectiveOperationException absent) {
      return null;
    }
  }

  /** Shows values of this type, and of its subtypes, as the bundle that {@code render} makes. */
  <T> void register(Class<T> type, Function<T, Bundle> render) {
    Object registration = call(renderer, "createRegistration", Class.class, type);
    Class<?> function = method(registration, "register").getParameterTypes()[0];
    Object adapter =
        Proxy.newProxyInstance(
            function.getClassLoader(),
            new Class<?>[] {function},
            (proxy, called, arguments) -> {
              if (called.getName().equals("render")) {
                put(call(arguments[1], "getOutputContainer"), render, type.cast(arguments[0]));
                return null;
              }
              return called.invoke(this, arguments); // equals, hashCode, toString
            });
    call(registration, "preferring", String[].class, new String[] {"text/plain"});
    call(registration, "register", function, adapter);
  }

  // An Error thrown while rendering would hang the kernel: show it instead.
  private static <T> void put(Object container, Function<T, Bundle> render, T value) {
    try {
      Bundle bundle = render.apply(value);
      bundle.data().forEach((mime, data) -> put(container, "putData", mime, data));
      bundle.metadata().forEach((mime, hint) -> put(container, "putMetaData", mime, hint));
    } catch (Throwable problem) {
      put(container, "putData", "text/plain", "cannot be shown: " + problem);
    }
  }

  private static void put(Object container, String method, String mime, Object content) {
    try {
      container
          .getClass()
          .getMethod(method, String.class, Object.class)
          .invoke(container, mime, content);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("kernel refused " + mime + ": " + e, e);
    }
  }

  /** Shows a value now. */
  void display(Object value) {
    Object data = call(renderer, "render", Object.class, value);
    call(kernel, "display", data.getClass(), data);
  }

  private static Object call(Object target, String name, Object... typesAndValues) {
    try {
      if (typesAndValues.length == 0) {
        return target.getClass().getMethod(name).invoke(target);
      }
      return target
          .getClass()
          .getMethod(name, (Class<?>) typesAndValues[0])
          .invoke(target, typesAndValues[1]);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("kernel failed in " + name + ": " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("kernel without " + name + ": " + e, e);
    }
  }

  private static java.lang.reflect.Method method(Object target, String name) {
    for (java.lang.reflect.Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == 1) {
        return method;
      }
    }
    throw new IllegalStateException("kernel without " + name);
  }
}
