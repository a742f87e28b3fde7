import blogs from './blogs.json'
import clock from './clock.json'
import common from './common.json'
import desk from './desk.json'
import inquiries from './inquiries.json'
import law from './law.json'
import mail from './mail.json'
import oversight from './oversight.json'
import people from './people.json'

export default { common, clock, law, inquiries, blogs, people, desk, oversight, mail }
