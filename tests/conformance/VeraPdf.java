import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Judges PDF files by the rules of veraPDF: {@code VeraPdf PDFUA-1,PDFA-2A FILE.pdf...}.
 *
 * <p>The library and its rules come in one jar that has no reader for the rules' XML, so they are read here with DOM.
 * Prints a line for each file and profile, and one for each broken rule; exits with 1 if any file breaks one. After
 * {@code --broken} every file is broken on purpose, and one that keeps all rules is the fault.
 */
public final class VeraPdf {
  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    boolean broken = args[0].equals("--broken");
    int next = broken ? 1 : 0;
    List<ValidationProfile> profiles = new ArrayList<>();
    for (String name : args[next].split(",")) profiles.add(profile(name));
    boolean good = true;
    for (int i = next + 1; i < args.length; i++) {
      File file = new File(args[i]);
      good &= broken ? seen(profiles, file) : kept(profiles, args[i], file);
    }
    System.exit(good ? 0 : 1);
  }

  private static boolean kept(List<ValidationProfile> profiles, String path, File file) {
    boolean kept = true;
    for (ValidationProfile profile : profiles) {
      List<String> problems = new ArrayList<>();
      long assertions = judge(profile, file, problems);
      boolean good = assertions > 0 && problems.isEmpty();
      System.out.printf("%s  %s keeps %s (veraPDF, %d assertions)%n", good ? "pass" : "FAIL", path,
          profile.getDetails().getName(), assertions);
      for (String problem : problems) System.out.println("      " + problem);
      kept &= good;
    }
    return kept;
  }

  private static boolean seen(List<ValidationProfile> profiles, File file) {
    List<String> problems = new ArrayList<>();
    for (ValidationProfile profile : profiles) judge(profile, file, problems);
    String name = file.getName().replace(".pdf", "");
    System.out.printf("%s  veraPDF sees %s%s%n", problems.isEmpty() ? "FAIL" : "pass", name,
        problems.isEmpty() ? "" : " (" + problems.get(0).replaceAll(":.*", "") + ")");
    return !problems.isEmpty();
  }

  /** Adds a line for each broken rule, and gives how many assertions were made. */
  private static long judge(ValidationProfile profile, File file, List<String> problems) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour())) {
      PDFAValidator validator =
          Foundries.defaultInstance().createValidator(profile, 100_000, true, false, false);
      ValidationResult result = validator.validate(parser);
      Map<String, String> messages = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          messages.putIfAbsent(name(assertion.getRuleId()), assertion.getMessage().replaceAll("\\s+", " "));
        }
      }
      for (Map.Entry<RuleId, Integer> broken : result.getFailedChecks().entrySet()) {
        String rule = name(broken.getKey());
        problems.add(String.format("%s, %d times: %s", rule, broken.getValue(), messages.get(rule)));
      }
      if (problems.isEmpty() && !result.isCompliant()) problems.add("it is not compliant");
      return result.getTotalAssertions();
    } catch (Exception problem) {
      problems.add("it cannot be read: " + problem);
      return 0;
    }
  }

  private static String name(RuleId rule) {
    return "clause " + rule.getClause() + " test " + rule.getTestNumber();
  }

  private static ValidationProfile profile(String name) throws Exception {
    String path = "org/verapdf/pdfa/validation/" + name + ".xml";
    Element root;
    try (InputStream xml = VeraPdf.class.getClassLoader().getResourceAsStream(path)) {
      if (xml == null) throw new IllegalArgumentException("no such profile: " + name);
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
    }
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : all(root, "rule")) rules.add(rule(rule));
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element v : all(root, "variable")) {
      variables.add(Profiles.variableFromValues(v.getAttribute("name"), v.getAttribute("object"),
          text(v, "defaultValue"), text(v, "value")));
    }
    return Profiles.profileFromValues(PDFAFlavour.valueOf(root.getAttribute("flavour")),
        Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
  }

  private static Rule rule(Element rule) {
    Element id = all(rule, "id").get(0);
    RuleId ruleId = Profiles.ruleIdFromValues(
        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
    String deferred = rule.getAttribute("deferred");
    return Profiles.ruleFromValues(ruleId, rule.getAttribute("object"),
        deferred.isEmpty() ? null : Boolean.valueOf(deferred), rule.getAttribute("tags"),
        text(rule, "description"), text(rule, "test"),
        Profiles.errorFromValues(text(all(rule, "error").get(0), "message"), new ArrayList<>()),
        new ArrayList<>());
  }

  private static ArrayList<Element> all(Element in, String name) {
    NodeList nodes = in.getElementsByTagName(name);
    ArrayList<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
    return elements;
  }

  private static String text(Element in, String name) {
    NodeList nodes = in.getElementsByTagName(name);
    return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent();
  }
}
