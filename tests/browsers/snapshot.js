// The tree under #reader, a line an element: its attributes in order, then its children, texts as they are split and
// elements by name. Comments, which hydration uses up, are left out.
const lines = [];
const walk = (element, depth) => {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort();
  const children = [...element.childNodes].filter(node => node.nodeType !== Node.COMMENT_NODE);
  const content = children.map(node => node.nodeType === Node.TEXT_NODE ? JSON.stringify(node.data) : node.localName);
  lines.push(`${"  ".repeat(depth)}<${element.localName}${attributes.join("")}> ${content.join(" ")}`);
  [...element.children].forEach(child => walk(child, depth + 1));
};
walk(document.getElementById("reader"), 0);
return lines;
