package designspace.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import designspace.claim.Budget;
import designspace.claim.Chapter;
import designspace.claim.Claim;
import designspace.claim.Claims;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.Table;

class NotebookTest {
  private static final Table TABLE =
      Rows.titled("T", "grid", "N", "KL").add("a,b", 18, 0.00276).add("c", 100, 1.5e-6).table();

  private static Plot plot() {
    return Plot.titled("T").x("x").y("y").line("f", new double[] {1, 2}, new double[] {3, 0.5});
  }

  /** Stand-ins for the two kernels: only their renderers matter here. */
  public static final class JJavaKernel {
    private final org.dflib.jjava.jupyter.kernel.display.Renderer renderer =
        new org.dflib.jjava.jupyter.kernel.display.Renderer();

    /** As the kernel has it. */
    public org.dflib.jjava.jupyter.kernel.display.Renderer getRenderer() {
      return renderer;
    }
  }

  /** Classic IJava. */
  public static final class IJavaKernel {
    private final io.github.spencerpark.jupyter.kernel.display.Renderer renderer =
        new io.github.spencerpark.jupyter.kernel.display.Renderer();

    /** As the kernel has it. */
    public io.github.spencerpark.jupyter.kernel.display.Renderer getRenderer() {
      return renderer;
    }
  }

  private static List<String> onBothKernels(Object value, String mime) {
    JJavaKernel jjava = new JJavaKernel();
    IJavaKernel ijava = new IJavaKernel();
    Kit.install(new Kernel(jjava));
    Kit.install(new Kernel(ijava));
    return List.of(
        String.valueOf(
            jjava
                .renderer
                .render(value)
                .getData(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.parse(mime))),
        String.valueOf(
            ijava
                .renderer
                .render(value)
                .getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.parse(mime))));
  }

  @Test
  void figuresTablesChartsAndClaimsRenderOnBothKernels() {
    XYChart raw = new XYChartBuilder().width(300).height(200).title("raw").build();
    raw.addSeries("s", new double[] {1, 2}, new double[] {1, 2});
    assertThat(onBothKernels(plot(), "image/svg+xml")).allMatch(s -> s.startsWith("<svg"));
    assertThat(onBothKernels(raw, "image/svg+xml")).allMatch(s -> s.startsWith("<svg"));
    assertThat(onBothKernels(new PaperMap(), "image/png")).allMatch(s -> s.length() > 1000);
    assertThat(onBothKernels(TABLE, "text/html")).allMatch(s -> s.startsWith("<table>"));
    Claims claims = Claims.settle(Budget.QUICK, "lem-13");
    assertThat(onBothKernels(claims, Bundle.CLAIMS)).allMatch(s -> s.contains("corrected"));
  }

  @Test
  void anOpenClaimIsShownAsOpen() {
    Claims open = new Claims(List.of(Claim.open("thm-1")));
    assertThat(onBothKernels(open, Bundle.CLAIMS))
        .allMatch(s -> s.contains("verdict=open") && s.contains("reason=not yet executed"));
    assertThat(Html.of(open)).contains("thm-1 open");
  }

  @Test
  void anErrorWhileDrawingIsShownInsteadOfHangingTheKernel() {
    Figure broken =
        new Figure() {
          @Override
          public String title() {
            return "broken";
          }

          @Override
          public int width() {
            return 10;
          }

          @Override
          public int height() {
            return 10;
          }

          @Override
          public void paint(Graphics2D graphics) {
            throw new AssertionError("no ink");
          }

          @Override
          public String csv() {
            return "";
          }
        };
    assertThat(onBothKernels(broken, "text/plain"))
        .allMatch(s -> s.equals("cannot be shown: java.lang.AssertionError: no ink"));
  }

  @Test
  void outsideANotebookTheReasonIsGiven() {
    assertThatThrownBy(Kit::install)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no Java kernel found");
  }

  @Test
  void imagesHaveTheFiguresSize() throws IOException {
    Map<String, Object> data = Bundle.of(plot().size(320, 200)).data();
    byte[] png = Base64.getDecoder().decode((String) data.get("image/png"));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(640);
    assertThat(image.getHeight()).isEqualTo(400);
    assertThat((String) data.get("image/svg+xml")).contains("viewBox=\"0 0 320 200\"");
    assertThat((String) data.get("image/svg+xml")).doesNotContain("<text");
  }

  @Test
  void aFigureCarriesItsNumbers() {
    assertThat(plot().csv()).isEqualTo("series,x,y\nf,1.0,3.0\nf,2.0,0.5\n");
    assertThat(Panels.row("P", plot(), plot()).csv()).startsWith("panel,series,x,y\nT,f,1.0,3.0\n");
  }

  @Test
  void aHistogramIsADensity() {
    String csv = Plot.titled("h").histogram("s", new double[] {0.1, 0.2, 0.9, 7}, 0, 1, 2).csv();
    // Two of four values in [0, ½): density 2/(4·½) = 1; one in [½, 1): ½; the last is outside.
    assertThat(csv).contains("s,0.0,1.0\ns,0.5,1.0\ns,0.5,0.5\ns,1.0,0.5\n");
  }

  @Test
  void bundledLinesAreApartInTheData() {
    String csv =
        Plot.titled("b").bundle("s", new double[] {0, 1}, new double[][] {{1, 2}, {3, 4}}).csv();
    assertThat(csv).contains("s,1.0,2.0\ns,1.0,NaN\ns,0.0,3.0");
  }

  @Test
  void tablesKeepFullPrecisionInCsvAndReadWellInHtml() {
    assertThat(Csv.of(TABLE)).isEqualTo("grid,N,KL\n\"a,b\",18,0.00276\nc,100,1.5E-6\n");
    assertThat(Html.of(TABLE)).contains(">0.00276<").contains(">1.500e-6<").contains(">18<");
    Table markup = Rows.titled("T", "x").add("<b>&").table();
    assertThat(Html.of(markup)).contains("&lt;b&gt;&amp;");
    assertThat(Html.of(Rows.titled("T", "x").add("a.ipynb").table()))
        .contains("<a href=\"a.ipynb\">a</a>");
  }

  @Test
  void aSeriesNeedsAYForEachX() {
    assertThatThrownBy(() -> Plot.titled("T").line("f", new double[2], new double[3]))
        .hasMessageContaining("number of y of f = 3: expected 2");
  }

  @Test
  void rowsMustFitTheColumns() {
    assertThatThrownBy(() -> Rows.titled("T", "a", "b").add(1))
        .hasMessageContaining("cells in the row = 1: expected 2");
  }

  @Test
  void numbersReadTheSameInEveryLocale() {
    assertThat(Locale.getDefault().getLanguage()).isEqualTo("fr"); // set by the build
    assertThat(Numbers.text(0.25)).isEqualTo("0.25");
    assertThat(Numbers.text(0.123456)).isEqualTo("0.1235");
    assertThat(Numbers.text(1234.56)).isEqualTo("1235");
    assertThat(Numbers.text(0)).isEqualTo("0");
    assertThat(Numbers.text(-2.5e-7)).isEqualTo("-2.500e-7");
    assertThat(Numbers.text(1.488e8)).isEqualTo("1.488e8");
    assertThat(Numbers.text(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.text(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    assertThat(Numbers.power(1e-3)).isEqualTo("10⁻³");
    assertThat(Numbers.power(0.01)).isEqualTo("10⁻²");
    assertThat(Numbers.power(1e12)).isEqualTo("10¹²");
    assertThat(Numbers.data(1 / 3.0)).isEqualTo("0.3333333");
  }

  @Test
  void theMapShowsEveryNotebook() {
    String csv = new PaperMap().csv();
    for (Chapter chapter : Chapter.values()) {
      assertThat(csv).contains(chapter.notebook());
    }
  }
}
